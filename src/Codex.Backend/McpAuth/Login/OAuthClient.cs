namespace Codex.Backend.McpAuth.Login;

/// <summary>What we are to a login server.</summary>
/// <param name="Id">The client's id.</param>
/// <param name="Secret">Its secret; null for a public client.</param>
internal sealed record OAuthClient(string Id, string? Secret)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id;
}
