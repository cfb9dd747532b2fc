using System.Collections.Immutable;
using Codex.Protocol.Items;

namespace Codex.Backend.Responses;

/// <summary>A server that makes a conversation shorter by itself.</summary>
public interface IConversationCompactor
{
    /// <summary>Has the input of a request made shorter.</summary>
    /// <param name="request">The request that the conversation would go out with.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The items that take its place.</returns>
    /// <exception cref="ModelException">The request failed.</exception>
    Task<ImmutableArray<ResponseItem>> CompactAsync(ModelRequest request, CancellationToken cancellationToken);
}
