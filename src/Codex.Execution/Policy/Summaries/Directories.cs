namespace Codex.Execution.Policy.Summaries;

/// <summary>Follows changes of directory, and shortens paths for display.</summary>
internal static class Directories
{
    /// <summary>Where a <c>cd</c> goes; null when it names nothing.</summary>
    public static string? TargetOf(IReadOnlyList<string> words)
    {
        string? target = null;
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index] == "--")
            {
                return index + 1 < words.Count ? words[index + 1] : null;
            }

            target = words[index].StartsWith('-') ? target : words[index];
        }

        return target;
    }

    /// <summary>A path as seen from the directory.</summary>
    public static string Join(string? directory, string path)
    {
        if (string.IsNullOrEmpty(directory) || IsAbsolute(path))
        {
            return path;
        }

        return directory.EndsWith('/') ? directory + path : $"{directory}/{path}";
    }

    /// <summary>The last component that tells something: <c>src</c>, <c>build</c>, <c>dist</c> and <c>node_modules</c> do not.</summary>
    public static string Shorten(string path)
    {
        var trimmed = path.Replace('\\', '/').TrimEnd('/');
        var components = trimmed.Split('/');
        for (var index = components.Length - 1; index >= 0; index--)
        {
            if (components[index] is not ("" or "build" or "dist" or "node_modules" or "src"))
            {
                return components[index];
            }
        }

        return trimmed;
    }

    private static bool IsAbsolute(string path) => path switch
    {
        ['/', ..] or ['\\', '\\', ..] => true,
        [var drive, ':', '\\', ..] => char.IsAsciiLetter(drive),
        _ => false,
    };
}
