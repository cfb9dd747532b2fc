namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="NetworkAccess"/>.</summary>
public sealed class NetworkAccessConverter : WireNameConverter<NetworkAccess>
{
    /// <inheritdoc/>
    protected override NetworkAccess? Find(string? text) => NetworkAccess.Find(text);
}
