package org.newstide.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;
import org.newstide.PassingTrouble;
import org.newstide.Version;
import org.newstide.config.MissingFileSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The main class: each subcommand is a verb. Errors leave as a message and an exit code. */
@Command(
    name = "newstide",
    description = {
      "Weekly share of voice and sentiment of cloud providers and AI partners,",
      "from news corpora to Delta tables."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Newstide.VersionProvider.class,
    subcommands = {
      Check.class,
      Run.class,
      Extract.class,
      TrendsCommand.class,
      Publish.class,
      Annotate.class,
      ScoreTargets.class,
      History.class,
      Digest.class,
      Aliases.class,
      Latest.class,
      Report.class,
      Shift.class,
      Sql.class,
      Maintain.class,
      Synthesize.class,
      CompareTruth.class,
      TrainSentiment.class,
      TrainRelations.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Example:",
      "  newstide run --config conf/examples/rss-feeds.conf --set corpus.path=DIR --lake lake",
      "",
      "Exit codes: 0 done, 1 internal, 2 usage or configuration, 3 input rejected,",
      "4 audit failed, 5 retryable."
    })
public final class Newstide implements Runnable {
  private static final int MOST_OTHERS = 50;

  /** Standard output, for results alone: what libraries print ("Using CPUs") goes to the errors. */
  private static final PrintStream RESULTS = System.out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"newstide " + Version.CURRENT};
    }
  }

  public static void main(String[] arguments) {
    System.setOut(System.err);
    int status = commandLine().execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Newstide())
        .setOut(new PrintWriter(RESULTS, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((mistake, arguments) -> report(mistake))
        .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
  }

  /**
   * What is wrong with the command line, the nearest word that would do, and where all of them are
   * told: the whole help would push the mistake out of sight.
   */
  private static int report(CommandLine.ParameterException mistake) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(mistake.getMessage());
    if (mistake instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      List<String> known = word.startsWith("-") ? options(command) : commands(command);
      if (!known.isEmpty()) {
        err.println("Did you mean " + Nearest.to(word, known) + "?");
      }
    } else if (!command.getSubcommands().isEmpty()) {
      command.usage(err); // no command was named
      return command.getCommandSpec().exitCodeOnInvalidInput();
    }
    err.println(
        "All commands and options: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(option -> Arrays.stream(option.names()))
        .toList();
  }

  private static List<String> commands(CommandLine command) {
    return List.copyOf(command.getSubcommands().keySet());
  }

  private static int report(Exception failure, CommandLine command) throws Exception {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NewstideException known) {
        return report(known, command.getErr());
      }
    }
    Optional<NewstideException> explained =
        PassingTrouble.in(failure).or(() -> MissingFileSystem.in(failure));
    if (explained.isPresent()) {
      return report(explained.get(), command.getErr());
    }
    failure.printStackTrace(command.getErr());
    return ExitCode.INTERNAL.status();
  }

  /** A failure, and what was found wrong besides it. */
  private static int report(NewstideException failure, PrintWriter err) {
    err.println(failure.getMessage());
    List<String> others =
        Arrays.stream(failure.getSuppressed())
            .filter(NewstideException.class::isInstance)
            .map(Throwable::getMessage)
            .toList();
    others.stream().limit(MOST_OTHERS).forEach(err::println);
    if (others.size() > MOST_OTHERS) {
      err.printf(Locale.ROOT, "... and %,d more%n", others.size() - MOST_OTHERS);
    }
    return failure.exitCode().status();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }
}
