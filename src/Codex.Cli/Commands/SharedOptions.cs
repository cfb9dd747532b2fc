using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>Name of the option that lifts all protection.</summary>
    public const string Bypass = "dangerously-bypass-approvals-and-sandbox";

    /// <summary><c>-c</c>, <c>--enable</c>, <c>--disable</c>.</summary>
    public static OptionSpec[] Configuration() =>
    [
        new()
        {
            Long = "config",
            Short = 'c',
            ValueName = "key=value",
            Repeatable = true,
            Global = true,
            Help = "Set a configuration value for this run; dots in the key lead into tables. The value is read as TOML, and as plain text where it is none",
            LongHelp = "For example `-c model=\"o3\"`, `-c 'sandbox_permissions=[\"disk-full-read-access\"]'`, `-c shell_environment_policy.inherit=all`.",
        },
        new() { Long = "enable", ValueName = "FEATURE", Repeatable = true, Global = true, Help = "Switch a feature on; short for `-c features.<name>=true`. Can be repeated" },
        new() { Long = "disable", ValueName = "FEATURE", Repeatable = true, Global = true, Help = "Switch a feature off; short for `-c features.<name>=false`. Can be repeated" },
    ];

    /// <summary><c>--strict-config</c>.</summary>
    public static OptionSpec StrictConfig() =>
        new() { Long = "strict-config", Help = "Treat unknown keys in configuration files as errors" };

    /// <summary>Model, provider, permissions and directories of a session.</summary>
    public static OptionSpec[] Runtime(bool imagesAreGreedy) =>
    [
        Images(imagesAreGreedy),
        Model(),
        new() { Long = "oss", Help = "Use a local open-weights model provider" },
        new() { Long = "local-provider", ValueName = "OSS_PROVIDER", Help = "Which local provider `--oss` means: lmstudio or ollama" },
        new() { Long = "profile", Short = 'p', ValueName = "CONFIG_PROFILE_V2", Help = "Put $CODEX_HOME/<name>.config.toml on top of the user configuration", Check = ProfileName.WhyNot },
        new() { Long = "sandbox", Short = 's', ValueName = "SANDBOX_MODE", Help = "What commands of the model may touch", PossibleValues = ["read-only", "workspace-write", "danger-full-access"] },
        .. Bypasses(),
        new() { Long = "cd", Short = 'C', ValueName = "DIR", Help = "Working directory of the agent" },
        new() { Long = "add-dir", ValueName = "DIR", Repeatable = true, Help = "A further directory that the agent may write. Can be repeated" },
    ];

    /// <summary><c>-m</c>.</summary>
    public static OptionSpec Model() => new() { Long = "model", Short = 'm', ValueName = "MODEL", Help = "The model to use" };

    /// <summary>The options that lift protections.</summary>
    public static OptionSpec[] Bypasses() =>
    [
        new() { Long = Bypass, Aliases = ["yolo"], Help = "Ask nothing and run commands without any sandbox. Only for surroundings that are sealed off in another way", Conflicts = ["ask-for-approval"] },
        new() { Long = "dangerously-bypass-hook-trust", Help = "Run hooks that were never approved. Only for automation that vets them elsewhere" },
    ];

    private static OptionSpec Images(bool greedy) => new()
    {
        Long = "image",
        Short = 'i',
        ValueName = "FILE",
        Repeatable = true,
        TakesManyValues = greedy,
        Delimiter = ',',
        Help = "Image files to send with the first message",
    };
}
