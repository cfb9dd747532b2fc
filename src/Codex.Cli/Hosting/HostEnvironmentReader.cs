using System.Collections;
using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>Reads what the process was given, once.</summary>
internal static class HostEnvironmentReader
{
    public static HostEnvironment Read()
    {
        var variables = Variables();
        return new HostEnvironment
        {
            Variables = variables,
            CurrentDirectory = CurrentDirectory(variables),
            HomeDirectory = variables.TryGetValue("HOME", out var home) && home.Length > 0 ? home : UserProfile(),
            TemporaryDirectory = Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar),
            TimeZoneName = SystemTimeZone.ReadName(),
            ExecutablePath = Environment.ProcessPath ?? "codex",
            StandardInputIsTerminal = !Console.IsInputRedirected,
            StandardOutputIsTerminal = !Console.IsOutputRedirected,
            StandardErrorIsTerminal = !Console.IsErrorRedirected,
        };
    }

    /// <summary>The environment variables.</summary>
    public static Dictionary<string, string> Variables()
    {
        var source = Environment.GetEnvironmentVariables();
        var variables = new Dictionary<string, string>(source.Count, HostEnvironment.VariableNameComparer);
        foreach (DictionaryEntry entry in source)
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        return variables;
    }

    /// <summary>The current directory; what the shell calls it when it has been removed.</summary>
    public static string CurrentDirectory(Dictionary<string, string> variables)
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (IOException)
        {
            // The directory was removed under the process; whoever needs it will say so.
            return variables.GetValueOrDefault("PWD", "/");
        }
    }

    private static string? UserProfile() =>
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } directory ? directory : null;
}
