namespace Codex.Backend.Responses;

/// <summary>Turns the data of an event stream into model events, one dialect each.</summary>
internal interface IStreamReader
{
    /// <summary>What the server reported as the response's failure; it counts when the stream ends without completing.</summary>
    ModelException? Failure { get; }

    /// <summary>Reads the data of one event and adds what it means.</summary>
    void Read(ReadOnlySpan<byte> data, List<ModelEvent> output);

    /// <summary>The stream has ended: adds what that means.</summary>
    void End(List<ModelEvent> output);
}
