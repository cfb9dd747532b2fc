using Codex.AppServer.Protocol.Contract;
using Codex.Cli.Hosting;
using Codex.Platform;
using Codex.Platform.Files;

namespace Codex.Cli.Commands.AppServer;

/// <summary>The directory that a generated contract is written to. What else is in it stays as it is.</summary>
/// <param name="name">What the user calls it.</param>
/// <param name="currentDirectory">Where that name starts.</param>
internal sealed class ExportDirectory(string name, string currentDirectory)
{
    private readonly string _path = Path.GetFullPath(name, currentDirectory);

    /// <summary>Writes every file, each at once, and removes what does not belong to this export.</summary>
    /// <exception cref="CommandFailure">A file or directory cannot be written; those before it are there.</exception>
    public void Write(ContractExport export)
    {
        Try($"Failed to create output directory {name}", CreateDirectories);
        foreach (var file in export.Files)
            Try($"Failed to write {NameOf(file.Path)}", () => FileReplacement.Write(Path.Join(_path, file.Path), file.Content.Span, mode: null));
        foreach (var absent in export.Absent)
            Try($"Failed to remove {NameOf(absent)}", () => File.Delete(Path.Join(_path, absent)));

        void CreateDirectories()
        {
            foreach (var directory in export.Files.Select(static file => Path.GetDirectoryName(file.Path)!).Distinct())
                Create(Path.Join(_path, directory));
        }
    }

    /// <summary>The user's name for a file in it.</summary>
    public string NameOf(string file) => Path.Join(name, file);

    private static void Create(string directory)
    {
        // The framework has words of its own for a file in the place of a directory.
        for (var part = directory; part is not null; part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part))
                throw new IOException(part, part == directory ? Errno.Exists : Errno.NotADirectory);
        }

        Directory.CreateDirectory(directory);
    }

    private static void Try(string problem, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(FailureText.WithCause(problem, Errno.Describe(exception)));
        }
    }
}
