using Codex.Formats.Bash;

namespace Codex.Execution.Policy.Proposals;

/// <summary>Variables that change how a program prints or how much, and never what it loads or runs.</summary>
internal static class HarmlessVariables
{
    /// <summary>Whether the assignment sets one of them to a constant.</summary>
    public static bool IsHarmless(BashWord assignment)
    {
        var name = assignment.Raw.Split('=', 2)[0];
        return assignment.PlainText is not null && name
            is "CI" or "COLUMNS" or "FORCE_COLOR" or "LANG" or "LC_ALL" or "LINES" or "NO_COLOR" or "CLICOLOR" or "CLICOLOR_FORCE" or "NODE_ENV"
            or "RUST_BACKTRACE" or "TERM" or "TZ" or "DOTNET_CLI_TELEMETRY_OPTOUT" or "DOTNET_NOLOGO" or "PYTHONUNBUFFERED" or "CARGO_TERM_COLOR";
    }
}
