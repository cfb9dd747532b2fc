using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands;

/// <summary>All commands. Those that other versions of the program have and this one has not yet are known by name only.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree; cheap enough to be built for every run.</summary>
    public static CommandSpec Root() => new()
    {
        Name = "codex",
        About = "Codex CLI",
        LongAbout = "Without a subcommand the options go to the interactive interface.",
        VersionName = "codex-cli",
        Options = [.. SharedOptions.Configuration(), .. Own(), .. SharedOptions.Runtime(imagesAreGreedy: true)],
        Arguments = [new ArgumentSpec { Name = "PROMPT", Help = "The first message of the session" }],
        Subcommands = [ExecSpec.Exec(), FeaturesSpec.Features(), RecordSpec.Debug(), .. Missing()],
    };

    private static OptionSpec[] Own() =>
    [
        new() { Long = "remote", ValueName = "ADDR", Help = "App server that the interactive interface connects to", LongHelp = "`ws://host:port`, `wss://host:port`, `unix://` or `unix://PATH`." },
        new() { Long = "remote-auth-token-env", ValueName = "ENV_VAR", Help = "Variable with the bearer token for the remote app server" },
        SharedOptions.StrictConfig(),
        new()
        {
            Long = "ask-for-approval",
            Short = 'a',
            ValueName = "APPROVAL_POLICY",
            Help = "When the user is asked before a command runs",
            PossibleValues = ["untrusted", "on-failure", "on-request", "never"],
            Conflicts = ["dangerously-bypass-approvals-and-sandbox"],
        },
        new() { Long = "search", Help = "Let the model search the live web" },
        new() { Long = "no-alt-screen", Help = "Keep the interactive interface in the normal screen, with its scrollback" },
    ];

    private static IEnumerable<CommandSpec> Missing()
    {
        foreach (var name in (string[])["review", "login", "logout", "mcp", "plugin", "mcp-server", "app-server", "remote-control",
            "completion", "update", "doctor", "sandbox", "apply", "resume", "archive", "unarchive", "fork", "cloud",
            "exec-server", "execpolicy", "responses-api-proxy", "stdio-to-uds"])
        {
            yield return new CommandSpec { Name = name, About = "", Hidden = true, TakesAnything = true, Aliases = AliasesOf(name) };
        }
    }

    private static string[] AliasesOf(string name) => name switch
    {
        "apply" => ["a"],
        "cloud" => ["cloud-tasks"],
        _ => [],
    };
}
