using Codex.Platform.Identifiers;

namespace Codex.Cli.Hosting;

/// <summary>The random id of this installation, kept in <c>installation_id</c> (<c>codex-rs/core/src/installation_id.rs</c>).</summary>
internal static class InstallationId
{
    private const string FileName = "installation_id";

    /// <summary>Reads the id, or makes one where there is none that is valid.</summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    public static string ReadOrCreate(string codexHome, IIdSource ids)
    {
        var path = Path.Combine(codexHome, FileName);
        return Read(path) ?? Create(path, ids);
    }

    private static string? Read(string path) =>
        File.Exists(path) && Guid.TryParse(File.ReadAllText(path).Trim(), out var id) ? id.ToString("D") : null;

    private static string Create(string path, IIdSource ids)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var id = ids.NewVersion4().ToString("D");
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(id));
        file.Flush(flushToDisk: true);
        return id;
    }
}
