using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>Name of the option that lifts all protection.</summary>
    public const string Bypass = "dangerously-bypass-approvals-and-sandbox";

    /// <summary>Name of the last option of <see cref="Runtime"/>.</summary>
    public const string LastOfRuntime = "add-dir";

    /// <summary><c>-c</c>, <c>--enable</c>, <c>--disable</c>.</summary>
    public static OptionSpec[] Configuration() => [Override(), Enable(), Disable()];

    /// <summary><c>-c</c>.</summary>
    public static OptionSpec Override() => new()
    {
        Long = "config",
        Short = 'c',
        ValueName = "key=value",
        Repeatable = true,
        Global = true,
        Help = "Set a configuration value for this run; dots in the key lead into tables. The value is read as TOML, and as plain text where it is none",
        LongHelp = "For example `-c model=\"o3\"`, `-c 'sandbox_permissions=[\"disk-full-read-access\"]'`, `-c shell_environment_policy.inherit=all`.",
    };

    /// <summary><c>--strict-config</c>.</summary>
    public static OptionSpec StrictConfig() =>
        new() { Long = "strict-config", Help = "Treat unknown keys in configuration files as errors" };

    /// <summary><c>--remote</c> and its token.</summary>
    public static OptionSpec[] Remote() =>
    [
        new()
        {
            Long = "remote",
            ValueName = "ADDR",
            Help = "App server that the interactive interface connects to",
            LongHelp = "`ws://host:port`, `wss://host:port`, `unix://` or `unix://PATH`.",
        },
        new() { Long = "remote-auth-token-env", ValueName = "ENV_VAR", Help = "Variable with the bearer token for the remote app server" },
    ];

    /// <summary>Model, provider, permissions and directories of a session.</summary>
    public static OptionSpec[] Runtime() =>
    [
        Images(),
        new() { Long = "model", Short = 'm', ValueName = "MODEL", Help = "The model to use" },
        new() { Long = "oss", Help = "Use a local open-weights model provider" },
        new() { Long = "local-provider", ValueName = "OSS_PROVIDER", Help = "Which local provider `--oss` means: lmstudio or ollama" },
        Profile("CONFIG_PROFILE_V2"),
        new()
        {
            Long = "sandbox",
            Short = 's',
            ValueName = "SANDBOX_MODE",
            Help = "What commands of the model may touch",
            PossibleValues = ["read-only", "workspace-write", "danger-full-access"],
        },
        .. Bypasses(),
        new() { Long = "cd", Short = 'C', ValueName = "DIR", Kind = ValueKind.Path, Help = "Working directory of the agent" },
        new() { Long = LastOfRuntime, ValueName = "DIR", Kind = ValueKind.Directory, Repeatable = true, Help = "A further directory that the agent may write. Can be repeated" },
    ];

    /// <summary>What a session in the interactive interface takes besides <see cref="Runtime"/>.</summary>
    public static OptionSpec[] Interactive() =>
    [
        StrictConfig(),
        .. Array.ConvertAll(Runtime(), Interactive),
        new()
        {
            Long = "ask-for-approval",
            Short = 'a',
            ValueName = "APPROVAL_POLICY",
            Help = "When the user is asked before a command runs",
            PossibleValues = ["untrusted", "on-failure", "on-request", "never"],
            ValueHelp =
            [
                "Ask before every command that is not known to be harmless, such as `ls` or `cat`",
                "Deprecated: ask only when a command has failed in the sandbox, to run it again without. Use `on-request` or `never`",
                "The model decides when to ask",
                "Never ask: the model is told about failures at once",
            ],
        },
        new() { Long = "search", Help = "Let the model search the live web" },
        new()
        {
            Long = "no-alt-screen",
            Help = "Keep the interactive interface in the normal screen",
            LongHelp = "What was printed before, and the session itself, stay in the terminal's scrollback.",
        },
    ];

    /// <summary><c>-p</c>.</summary>
    public static OptionSpec Profile(string valueName) => new()
    {
        Long = "profile",
        Short = 'p',
        ValueName = valueName,
        Help = "Put $CODEX_HOME/<name>.config.toml on top of the user configuration",
        Check = ProfileName.WhyNot,
    };

    /// <summary><c>-i</c>, which takes all words up to the next option.</summary>
    public static OptionSpec Images() => new()
    {
        Long = "image",
        Short = 'i',
        ValueName = "FILE",
        Kind = ValueKind.Path,
        Repeatable = true,
        TakesManyValues = true,
        Delimiter = ',',
        Help = "Image files to send with the first message",
    };

    private static OptionSpec Interactive(OptionSpec option) =>
        option.Long == Bypass ? option with { Conflicts = ["ask-for-approval"], CompletedBehind = LastOfRuntime } : option;

    private static OptionSpec Enable() =>
        new() { Long = "enable", ValueName = "FEATURE", Repeatable = true, Global = true, Help = "Switch a feature on; short for `-c features.<name>=true`. Can be repeated" };

    private static OptionSpec Disable() =>
        new() { Long = "disable", ValueName = "FEATURE", Repeatable = true, Global = true, Help = "Switch a feature off; short for `-c features.<name>=false`. Can be repeated" };

    private static OptionSpec[] Bypasses() =>
    [
        new()
        {
            Long = Bypass,
            Aliases = ["yolo"],
            Help = "Ask nothing and run commands without any sandbox. Only for surroundings that are sealed off in another way",
        },
        new() { Long = "dangerously-bypass-hook-trust", Help = "Run hooks that were never approved. Only for automation that vets them elsewhere" },
    ];
}
