namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="SandboxPermissions"/>.</summary>
public sealed class SandboxPermissionsConverter : WireNameConverter<SandboxPermissions>
{
    /// <inheritdoc/>
    protected override SandboxPermissions? Find(string? text) => SandboxPermissions.Find(text);
}
