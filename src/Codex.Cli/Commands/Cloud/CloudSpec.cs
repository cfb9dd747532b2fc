using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Cloud;

/// <summary><c>codex cloud</c> and the commands below it.</summary>
internal static class CloudSpec
{
    private const int MostAttempts = 4;
    private const int MostTasks = 20;

    public static CommandSpec Cloud() => new()
    {
        Name = "cloud",
        HiddenAliases = ["cloud-tasks"],
        About = "[EXPERIMENTAL] Look at cloud tasks and apply their changes here",
        VersionName = "codex-cli-cloud",
        Subcommands = [Exec(), Status(), List(), Apply(), Diff()],
    };

    private static CommandSpec Exec() => new()
    {
        Name = "exec",
        About = "Send a task to the cloud without a user interface",
        Options =
        [
            new() { Long = "env", ValueName = "ENV_ID", Required = true, Help = "Environment that the task runs in; `codex cloud` shows them" },
            new() { Long = "attempts", ValueName = "ATTEMPTS", DefaultValue = "1", Help = "How many answers to ask for", Check = Attempts },
            new() { Long = "branch", ValueName = "BRANCH", Help = "Git branch to work on; the current one by default" },
        ],
        Arguments = [new ArgumentSpec { Name = "QUERY", Help = "What is to be done" }],
    };

    private static CommandSpec Status() => new()
    {
        Name = "status",
        About = "Show how a cloud task is getting on",
        Arguments = [Task("The task to look at")],
    };

    private static CommandSpec List() => new()
    {
        Name = "list",
        About = "List cloud tasks",
        Options =
        [
            new() { Long = "env", ValueName = "ENV_ID", Help = "Tasks of this environment only" },
            new() { Long = "limit", ValueName = "N", DefaultValue = "20", Help = "At most this many tasks, 1 to 20", Check = static text => NumberCheck.Between1And(text, "limit", MostTasks) },
            new() { Long = "cursor", ValueName = "CURSOR", Help = "Go on behind an earlier list" },
            new() { Long = "json", Help = "Print JSON" },
        ],
    };

    private static CommandSpec Apply() => new()
    {
        Name = "apply",
        About = "Apply the diff of a cloud task here",
        Options = [Attempt("Which answer to apply, from 1 on")],
        Arguments = [Task("The task to apply")],
    };

    private static CommandSpec Diff() => new()
    {
        Name = "diff",
        About = "Show the diff of a cloud task",
        Options = [Attempt("Which answer to show, from 1 on")],
        Arguments = [Task("The task to show")],
    };

    private static OptionSpec Attempt(string help) => new() { Long = "attempt", ValueName = "N", Help = help, Check = Attempts };

    private static ArgumentSpec Task(string help) => new() { Name = "TASK_ID", Required = true, Help = help };

    private static string? Attempts(string text) => NumberCheck.Between1And(text, "attempts", MostAttempts);
}
