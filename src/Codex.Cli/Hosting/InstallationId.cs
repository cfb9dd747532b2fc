using System.Text;
using Codex.Platform;
using Codex.Platform.Identifiers;

namespace Codex.Cli.Hosting;

/// <summary>The random id of this installation, kept in <c>installation_id</c> (<c>codex-rs/core/src/installation_id.rs</c>).</summary>
internal static class InstallationId
{
    private const string FileName = "installation_id";
    private const int Attempts = 400;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// Reads the id, or makes one where there is none that is valid. Programs that start at once take turns and get the same.
    /// </summary>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory cannot be written.</exception>
    public static string ReadOrCreate(string codexHome, IIdSource ids)
    {
        var path = Path.Combine(codexHome, FileName);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Read(path) ?? Create(path, ids);
            }
            catch (IOException exception) when (Errno.IsLocked(exception) && attempt < Attempts)
            {
                Thread.Sleep(s_pause);
            }
        }
    }

    private static string? Read(string path) => File.Exists(path) ? Parse(File.ReadAllText(path)) : null;

    private static string? Parse(string text) => Guid.TryParse(text.Trim(), out var id) ? id.ToString("D") : null;

    private static string Create(string path, IIdSource ids)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        using var reader = new StreamReader(file, Encoding.ASCII, leaveOpen: true);
        if (Parse(reader.ReadToEnd()) is { } other)
            return other;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        var id = ids.NewVersion4().ToString("D");
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(id));
        file.Flush(flushToDisk: true);
        return id;
    }
}
