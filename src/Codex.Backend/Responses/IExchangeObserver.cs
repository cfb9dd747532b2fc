namespace Codex.Backend.Responses;

/// <summary>Watches the accepted requests of a client and the raw events that answer them.</summary>
public interface IExchangeObserver
{
    /// <summary>A request was accepted; the result is disposed when its answer ends, whole or not.</summary>
    IExchange Begin(ModelRequest request);
}
