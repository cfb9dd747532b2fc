namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemAccessMode"/>.</summary>
public sealed class FileSystemAccessModeConverter : WireNameConverter<FileSystemAccessMode>
{
    /// <inheritdoc/>
    protected override FileSystemAccessMode? Find(string? text) => FileSystemAccessMode.Find(text);
}
