namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="NetworkSandboxPolicy"/>.</summary>
public sealed class NetworkSandboxPolicyConverter : WireNameConverter<NetworkSandboxPolicy>
{
    /// <inheritdoc/>
    protected override NetworkSandboxPolicy? Find(string? text) => NetworkSandboxPolicy.Find(text);
}
