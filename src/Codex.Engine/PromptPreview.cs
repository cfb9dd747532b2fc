using System.Collections.Immutable;
using Codex.Engine.Context;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>What the model would see first in a new thread (<c>codex-rs/core/src/prompt_debug.rs</c>).</summary>
internal static class PromptPreview
{
    /// <summary>The input of the first request, made as a turn makes it; skills that the input mentions are not added.</summary>
    /// <param name="session">A thread that nothing was said in yet.</param>
    /// <param name="input">What the user would say; empty for the context alone.</param>
    /// <param name="cancellationToken">Ends the reading of images.</param>
    public static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> BuildAsync(
        Session session, ImmutableArray<UserInput> input, CancellationToken cancellationToken)
    {
        foreach (var item in new ContextBuilder(session).ItemsFor(session.DescribeTurn("")))
            session.RecordItem(item);
        if (!input.IsEmpty)
            session.RecordItem(await session.ToolBox.UserMessages.ToItemAsync(input, cancellationToken).ConfigureAwait(false));
        return session.History.BuildInput(ids: null, static _ => { });
    }
}
