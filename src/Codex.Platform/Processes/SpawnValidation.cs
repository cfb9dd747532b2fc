namespace Codex.Platform.Processes;

/// <summary>Refuses what the system's strings cannot carry.</summary>
internal static class SpawnValidation
{
    /// <summary>The original's words, which are those of its standard library.</summary>
    private const string NulByte = "nul byte found in provided data";

    /// <exception cref="SpawnException">A string holds a NUL, or there is no program.</exception>
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

    private static void CheckText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new SpawnException(NulByte);
    }
}
