namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>The variables that choose language and encoding.</summary>
internal static class LocaleVariables
{
    /// <summary>Their names, the strongest first.</summary>
    public static string[] Names { get; } = ["LC_ALL", "LC_CTYPE", "LANG"];
}
