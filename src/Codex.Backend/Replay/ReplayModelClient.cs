using System.Runtime.CompilerServices;
using Codex.Backend.Responses;

namespace Codex.Backend.Replay;

/// <summary>
/// Answers requests from a cassette, in order, through the same stream reader as a live answer. A request that differs
/// from the recorded one is an error that says where. Safe for concurrent use.
/// </summary>
public sealed class ReplayModelClient(Cassette cassette, ReplayOptions options) : IModelClient
{
    private readonly RequestOutline _outline = new(options.Normalizer());
    private int _played;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _played);
        var exchange = Find(number);
        Check(number, exchange.Items, _outline.Of(request));
        using var body = new ExchangeStream(exchange);
        var events = ResponseStream.ReadAsync(body, new StreamEventReader(), Timeout.InfiniteTimeSpan, options.Time, observer: null, cancellationToken);
        await foreach (var modelEvent in events.ConfigureAwait(false))
            yield return modelEvent;
    }

    private CassetteExchange Find(int number) => number <= cassette.Exchanges.Count
        ? cassette.Exchanges[number - 1]
        : throw Mismatch(number, $"the cassette ends after exchange {cassette.Exchanges.Count}");

    private void Check(int number, IReadOnlyList<RecordedItem> recorded, IReadOnlyList<RecordedItem> actual)
    {
        for (var index = 0; index < Math.Max(recorded.Count, actual.Count); index++)
        {
            var (expected, found) = (At(recorded, index), At(actual, index));
            if (expected is null || found is null || !expected.Accepts(found))
                throw Mismatch(number, $"item {index + 1} after the user message was recorded as {Describe(expected)} and is now {Describe(found)}");
        }
    }

    private static RecordedItem? At(IReadOnlyList<RecordedItem> items, int index) => index < items.Count ? items[index] : null;

    private static string Describe(RecordedItem? item) => item?.ToString() ?? "nothing";

    private ModelException Mismatch(int number, string why) =>
        new(ModelFailure.ReplayMismatch, $"replay cassette {cassette.Name}, exchange {number}: {why}");
}
