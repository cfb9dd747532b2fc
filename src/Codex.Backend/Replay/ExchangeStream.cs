namespace Codex.Backend.Replay;

/// <summary>The recorded events of an exchange as the bytes of an event stream.</summary>
internal sealed class ExchangeStream(CassetteExchange exchange) : MemoryStream(Bytes(exchange), writable: false)
{
    private static byte[] Bytes(CassetteExchange exchange)
    {
        var bytes = new MemoryStream();
        foreach (var recorded in exchange.Events)
        {
            bytes.Write("data: "u8);
            bytes.Write(recorded.Span);
            bytes.Write("\n\n"u8);
        }

        return bytes.ToArray();
    }
}
