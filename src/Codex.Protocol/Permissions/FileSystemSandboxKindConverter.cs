namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemSandboxKind"/>.</summary>
public sealed class FileSystemSandboxKindConverter : WireNameConverter<FileSystemSandboxKind>
{
    /// <inheritdoc/>
    protected override FileSystemSandboxKind? Find(string? text) => FileSystemSandboxKind.Find(text);
}
