using Codex.Platform.Environment;

namespace Codex.Configuration.Environment;

/// <summary>Loads <c>.env</c> of the directory of Codex.</summary>
public static class DotEnvFile
{
    private const string Protected = "CODEX_";

    /// <summary>
    /// The surroundings with the file's variables, which go before inherited ones. Names starting with <c>CODEX_</c> are ignored, and so
    /// is a file that cannot be read, and lines that are no assignments.
    /// </summary>
    public static HostEnvironment Apply(HostEnvironment host, string codexHome)
    {
        var file = Path.Join(codexHome, ".env");
        if (!File.Exists(file))
            return host;
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return host;
        }

        var variables = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer);
        foreach (var (name, value) in DotEnvParser.Parse(text, variables))
        {
            if (!name.StartsWith(Protected, StringComparison.OrdinalIgnoreCase))
                variables[name] = value;
        }

        return host with { Variables = variables };
    }
}
