using System.Text;
using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Cuts output into the pieces that are reported while a command runs. One for each stream of a command.</summary>
internal sealed class OutputDeltas(OutputStream stream, ICommandEvents events)
{
    private const int LargestPiece = 8192;
    private const int MostPieces = 10_000;

    private byte[] _carried = [];
    private int _pieces;

    internal async ValueTask AddAsync(ReadOnlyMemory<byte> bytes)
    {
        if (_pieces >= MostPieces)
            return;

        // A copy: listeners keep the pieces, the bytes are pooled.
        byte[] waiting = [.. _carried, .. bytes.Span];
        var start = 0;
        while (start < waiting.Length && _pieces < MostPieces)
        {
            var length = PieceLength(waiting.AsSpan(start));
            if (length is 0)
                break;
            await ReportAsync(waiting.AsMemory(start, length)).ConfigureAwait(false);
            start += length;
        }

        _carried = waiting[start..];
    }

    /// <summary>Reports the beginning of a character that never came to its end.</summary>
    internal async ValueTask FlushAsync()
    {
        if (_carried.Length > 0 && _pieces < MostPieces)
            await ReportAsync(_carried).ConfigureAwait(false);
        _carried = [];
    }

    private ValueTask ReportAsync(ReadOnlyMemory<byte> piece)
    {
        _pieces++;
        return events.PrintedAsync(stream, piece);
    }

    /// <summary>Up to the limit, less the beginning of a last character that is still incomplete.</summary>
    private static int PieceLength(ReadOnlySpan<byte> waiting)
    {
        var limit = Math.Min(waiting.Length, LargestPiece);
        for (var back = 1; back <= Math.Min(3, limit); back++)
        {
            var at = waiting[limit - back];
            if (at < 0x80)
                return limit;
            if (at >= 0xC0)
                return Rune.DecodeFromUtf8(waiting[(limit - back)..limit], out _, out _) is System.Buffers.OperationStatus.NeedMoreData ? limit - back : limit;
        }

        return limit;
    }
}
