namespace Codex.TestSupport.Files;

/// <summary>Where the working copy that these tests were built from lies.</summary>
public static class Repository
{
    /// <summary>Absolute path of the directory that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The git-ignored directory for the real binary and for homes of test runs.</summary>
    public static string OracleDirectory => Path.Combine(Root, ".oracle");

    private static string FindRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "CodexSharp.slnx")))
                return directory;
        }

        throw new DirectoryNotFoundException("The tests must run from inside the repository.");
    }
}
