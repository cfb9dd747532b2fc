namespace Codex.Platform.Processes;

/// <summary>Refuses what the system's strings cannot carry.</summary>
public static class SpawnValidation
{
    /// <summary>The original's words, which are those of its standard library.</summary>
    private const string NulByte = "nul byte found in provided data";

    private const string HalfCharacter = "half a character found in provided data";

    /// <exception cref="SpawnException">A string holds a NUL or half a character, or there is no program.</exception>
    internal static void Check(SpawnRequest request)
    {
        if (request.FileName.Length is 0 || request.Arguments.Count is 0)
            throw new SpawnException(Errno.NoEntry);
        CheckText(request.FileName);
        CheckText(request.WorkingDirectory);
        foreach (var argument in request.Arguments)
            CheckText(argument);
        foreach (var (name, value) in request.Environment)
        {
            CheckText(name);
            CheckText(value);
        }
    }

    /// <summary>The same for a command that something else, such as a sandbox, will start; also that its directory can be entered.</summary>
    /// <exception cref="SpawnException">It cannot be started.</exception>
    public static void CheckCommand(IReadOnlyList<string> command, string workingDirectory)
    {
        CheckText(workingDirectory);
        foreach (var argument in command)
            CheckText(argument);
        if (Directory.Exists(workingDirectory))
            return;
        throw new SpawnException(File.Exists(workingDirectory) ? Errno.NotADirectory : Errno.NoEntry);
    }

    // Half a surrogate pair has no bytes: the program would get something else.
    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    private static void CheckText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new SpawnException(NulByte);
        if (!IsWellFormed(text))
            throw new SpawnException(HalfCharacter);
    }
}
