namespace Codex.Execution.Policy.Classification;

/// <summary>The name by which a program is known, wherever it lies.</summary>
internal static class ProgramName
{
    /// <summary>The last component of a path; on Windows in lower case and without the extension of an executable.</summary>
    public static string Of(string program)
    {
        var name = Path.GetFileName(program);
        return OperatingSystem.IsWindows() ? WithoutExtension(name.ToLowerInvariant()) : name;
    }

    /// <summary>The name in lower case without the extension of an executable.</summary>
    public static string WithoutExtension(string name)
    {
        foreach (var extension in (ReadOnlySpan<string>)[".exe", ".cmd", ".bat", ".com"])
        {
            if (name.EndsWith(extension, StringComparison.Ordinal))
            {
                return name[..^extension.Length];
            }
        }

        return name;
    }
}
