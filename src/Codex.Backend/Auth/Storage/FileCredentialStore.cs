using Codex.Platform;
using Codex.Platform.Files;

namespace Codex.Backend.Auth.Storage;

/// <summary><c>auth.json</c>: for the user's eyes only, replaced as a whole.</summary>
/// <param name="codexHome">The directory; made when it is missing.</param>
public sealed class FileCredentialStore(string codexHome) : ICredentialStore
{
    private const string FileName = "auth.json";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    /// <summary>The file.</summary>
    public string Path { get; } = System.IO.Path.Combine(codexHome, FileName);

    /// <summary>Whether somebody else than the owner may read or change the file.</summary>
    public bool IsExposed => !OperatingSystem.IsWindows() && File.Exists(Path) && (File.GetUnixFileMode(Path) & Others) != 0;

    /// <inheritdoc/>
    public AuthDocument? Load() => ReadBytes() is { } json ? new AuthDocumentReader(Path).Read(json) : null;

    /// <inheritdoc/>
    public void Save(AuthDocument document)
    {
        try
        {
            Directory.CreateDirectory(codexHome);
            FileReplacement.Write(Target(), AuthDocumentWriter.Pretty(document), OwnerOnly);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure(exception);
        }
    }

    /// <inheritdoc/>
    public bool Delete()
    {
        try
        {
            if (!File.Exists(Path))
                return false;
            File.Delete(Path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure(exception);
        }
    }

    private byte[]? ReadBytes()
    {
        try
        {
            return File.ReadAllBytes(Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure(exception);
        }
    }

    // Users who keep the file elsewhere link to it: the link stays.
    private string Target() => new FileInfo(Path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path;

    private AuthException Failure(Exception exception) => new($"{Path}: {Errno.Describe(exception)}", exception);
}
