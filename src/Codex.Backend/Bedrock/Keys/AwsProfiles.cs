using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>
/// The profiles and login sessions in <c>~/.aws/config</c> and <c>~/.aws/credentials</c>, or where the environment says they are;
/// the latter file wins. A file that is missing or cannot be read has none.
/// </summary>
internal sealed class AwsProfiles
{
    private const string SessionPrefix = "sso-session ";
    private const string ProfilePrefix = "profile ";
    private const string Default = "default";

    private readonly Dictionary<string, AwsProfile> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AwsProfile> _sessions = new(StringComparer.Ordinal);

    private AwsProfiles()
    {
    }

    /// <summary>Reads both files.</summary>
    public static AwsProfiles Read(HostEnvironment environment)
    {
        var profiles = new AwsProfiles();
        Add(PathOf(environment, "AWS_CONFIG_FILE", "config"), profiles.OfConfiguration);
        Add(PathOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials"), name => Of(profiles._profiles, name));
        return profiles;
    }

    /// <summary>A profile, or null.</summary>
    public AwsProfile? Find(string name) => _profiles.GetValueOrDefault(name);

    /// <summary>A login session, or null.</summary>
    public AwsProfile? FindSession(string name) => _sessions.GetValueOrDefault(name);

    /// <summary>The directory of the user, where AWS keeps its files; null when there is none.</summary>
    public static string? Home(HostEnvironment environment) =>
        environment.GetNonEmptyVariable("HOME") ?? environment.GetNonEmptyVariable("USERPROFILE") ?? environment.HomeDirectory;

    private static string? PathOf(HostEnvironment environment, string variable, string name)
    {
        if (environment.GetNonEmptyVariable(variable) is { } path)
            return path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home(environment) ?? "", path[2..]) : path;
        return Home(environment) is { } home ? Path.Combine(home, ".aws", name) : null;
    }

    private AwsProfile? OfConfiguration(string section)
    {
        if (section.StartsWith(SessionPrefix, StringComparison.Ordinal))
            return Of(_sessions, section[SessionPrefix.Length..]);
        if (section.StartsWith(ProfilePrefix, StringComparison.Ordinal))
            return Of(_profiles, section[ProfilePrefix.Length..]);
        return section == Default ? Of(_profiles, Default) : null;
    }

    private static AwsProfile Of(Dictionary<string, AwsProfile> sections, string name)
    {
        if (!sections.TryGetValue(name, out var profile))
            sections.Add(name, profile = new AwsProfile(name));
        return profile;
    }

    private static void Add(string? path, Func<string, AwsProfile?> find)
    {
        AwsProfile? current = null;
        foreach (var line in Lines(path))
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] is '#' or ';')
                continue;
            if (text[0] == '[')
                current = find(Section(text));
            else if (current is not null && !char.IsWhiteSpace(line[0]) && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                current.Set(text[..equals].Trim(), text[(equals + 1)..].Trim());
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
