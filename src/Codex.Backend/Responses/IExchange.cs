namespace Codex.Backend.Responses;

/// <summary>One answer in progress; see <see cref="IExchangeObserver"/>.</summary>
public interface IExchange : IDisposable
{
    /// <summary>Takes the data of one event; the memory is valid during the call only.</summary>
    void Add(ReadOnlyMemory<byte> json);
}
