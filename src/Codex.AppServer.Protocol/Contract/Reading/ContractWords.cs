using System.Buffers;

namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>What names are made of.</summary>
internal static class ContractWords
{
    /// <summary>Letters, digits and the underscore.</summary>
    public static SearchValues<char> Letters { get; } =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}
