using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock;

/// <summary>
/// The values of a profile in <c>~/.aws/config</c> and <c>~/.aws/credentials</c>, or where the environment says they are;
/// the latter file wins. A file that is missing or cannot be read has no values.
/// </summary>
internal sealed class AwsProfileFiles
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private AwsProfileFiles()
    {
    }

    /// <summary>Reads a profile.</summary>
    public static AwsProfileFiles Read(HostEnvironment environment, string profile)
    {
        var files = new AwsProfileFiles();
        var sections = profile == "default" ? (string[])["default", "profile default"] : [$"profile {profile}"];
        files.Add(PathOf(environment, "AWS_CONFIG_FILE", "config"), sections);
        files.Add(PathOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), [profile]);
        return files;
    }

    /// <summary>A value of the profile, or null.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    private static string? PathOf(HostEnvironment environment, string variable, string name)
    {
        if (environment.GetNonEmptyVariable(variable) is { } path)
            return path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home(environment) ?? "", path[2..]) : path;
        return Home(environment) is { } home ? Path.Combine(home, ".aws", name) : null;
    }

    private static string? Home(HostEnvironment environment) =>
        environment.GetNonEmptyVariable("HOME") ?? environment.GetNonEmptyVariable("USERPROFILE") ?? environment.HomeDirectory;

    private void Add(string? path, string[] sections)
    {
        var isWanted = false;
        foreach (var line in Lines(path))
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
                continue;
            if (text[0] == '[')
                isWanted = sections.Contains(Section(text));
            else if (isWanted && !char.IsWhiteSpace(line[0]) && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                _values[text[..equals].Trim()] = text[(equals + 1)..].Trim();
        }
    }

    private static string Section(string line)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        return string.Join(' ', line[1..(end < 0 ? line.Length : end)].Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    private static string[] Lines(string? path)
    {
        try
        {
            return path is null ? [] : File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
