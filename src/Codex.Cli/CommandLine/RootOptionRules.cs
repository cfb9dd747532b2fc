namespace Codex.Cli.CommandLine;

/// <summary>Refuses options of the root in front of commands that do not understand them; parsing alone lets them through.</summary>
internal static class RootOptionRules
{
    private const string Profile =
        "--profile only applies to runtime commands and `codex mcp`: `codex`, `codex exec`, `codex review`, `codex resume`, "
        + "`codex archive`, `codex unarchive`, `codex fork`, `codex mcp`, `codex sandbox`, and `codex debug prompt-input`.";

    /// <summary>Why the command line is not acceptable; null when it is.</summary>
    public static string? WhyNot(ParsedCommand innermost)
    {
        var root = innermost.Root;
        var accepted = innermost.Spec.Accepts;
        if (innermost.Flag("strict-config") && !accepted.HasFlag(RootOptions.StrictConfig))
            return $"`--strict-config` is not supported for `{NameForStrictConfig(innermost)}`";
        if (root.Has("profile") && !accepted.HasFlag(RootOptions.Profile))
            return Profile;
        if (accepted.HasFlag(RootOptions.Remote))
            return null;
        if (root.Has("remote"))
            return $"`--remote {root.Value("remote")}` {OnlyInteractive(innermost)}";
        return root.Has("remote-auth-token-env") ? $"`--remote-auth-token-env` {OnlyInteractive(innermost)}" : null;
    }

    private static string OnlyInteractive(ParsedCommand innermost) =>
        $"is only supported for interactive TUI commands, not `{NameForRemote(innermost)}`";

    // The original names some commands by their family and others in full.
    private static string NameForStrictConfig(ParsedCommand innermost) => Words(innermost, Family(innermost) switch
    {
        "app-server" or "remote-control" => 3,
        _ => 1,
    });

    private static string NameForRemote(ParsedCommand innermost) => Words(innermost, Family(innermost) switch
    {
        "app-server" => 3,
        "remote-control" or "debug" or "execpolicy" or "features" => 2,
        _ => 1,
    });

    private static string Words(ParsedCommand command, int count)
    {
        var words = command.Path.Split(' ');
        return string.Join(' ', words[..Math.Min(words.Length, count + 1)]);
    }

    private static string Family(ParsedCommand innermost) => innermost.Root.Subcommand?.Spec.Name ?? "";
}
