using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Debug;

/// <summary><c>codex debug</c> and the commands below it.</summary>
internal static class DebugSpec
{
    public static CommandSpec Debug() => new()
    {
        Name = "debug",
        About = "Tools for finding problems",
        RequiresSubcommand = true,
        Subcommands = [Models(), AppServer(), PromptInput(), TraceReduce(), ClearMemories(), RecordSpec.Record()],
    };

    private static CommandSpec Models() => new()
    {
        Name = "models",
        About = "Print the model catalog as JSON",
        Options = [new() { Long = "bundled", Help = "Print the catalog of this executable and ask no server" }],
        Run = ModelsCommand.RunAsync,
    };

    private static CommandSpec AppServer() => new()
    {
        Name = "app-server",
        About = "Try the app server",
        RequiresSubcommand = true,
        Subcommands =
        [
            new CommandSpec
            {
                Name = "send-message-v2",
                About = "",
                Arguments = [new ArgumentSpec { Name = "USER_MESSAGE", Required = true }],
            },
        ],
    };

    private static CommandSpec PromptInput() => new()
    {
        Name = "prompt-input",
        About = "Print what the model would see first as JSON",
        Options = [SharedOptions.Images() with { Help = "Image files to send with the message" }],
        Arguments = [new ArgumentSpec { Name = "PROMPT", Help = "A message behind the context of the session" }],
        Accepts = RootOptions.Profile,
        Run = PromptInputCommand.RunAsync,
    };

    private static CommandSpec TraceReduce() => new()
    {
        Name = "trace-reduce",
        About = "Work out the final state of a rollout trace and write it as JSON",
        Hidden = true,
        Options = [new() { Long = "output", Short = 'o', ValueName = "FILE", Kind = ValueKind.Path, Help = "File to write; state.json beside the trace by default" }],
        Arguments = [new ArgumentSpec { Name = "TRACE_BUNDLE", Required = true, Kind = ValueKind.Path, Help = "Directory with manifest.json and trace.jsonl" }],
    };

    private static CommandSpec ClearMemories() => new()
    {
        Name = "clear-memories",
        About = "Internal: forget all memories",
        Hidden = true,
        Run = ClearMemoriesCommand.RunAsync,
    };
}
