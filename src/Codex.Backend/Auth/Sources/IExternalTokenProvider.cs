namespace Codex.Backend.Auth.Sources;

/// <summary>Asks the program that embeds us for new tokens.</summary>
public interface IExternalTokenProvider
{
    /// <summary>New tokens after the old ones were refused.</summary>
    /// <param name="previousAccountId">The account of the refused tokens.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthException">There are none.</exception>
    Task<ExternalTokens> RefreshAsync(string? previousAccountId, CancellationToken cancellationToken);
}
