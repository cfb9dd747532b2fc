using System.Buffers;
using System.Threading.Channels;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>Reads one output pipe on a thread of its own: such pipes know no readiness. A full channel holds the program back.</summary>
internal static class WindowsOutput
{
    private const int ReadSize = 64 * 1024;
    private const int StackSize = 256 * 1024;

    /// <summary>Starts reading; the task ends with the pipe, which is closed then.</summary>
    internal static Task Start(SafeFileHandle handle, OutputStream stream, ChannelWriter<OutputChunk> writer)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Read(handle, stream, writer, ended), StackSize) { IsBackground = true, Name = "process output" }.Start();
        return ended.Task;
    }

    private static void Read(SafeFileHandle handle, OutputStream stream, ChannelWriter<OutputChunk> writer, TaskCompletionSource ended)
    {
        try
        {
            using var pipe = new FileStream(handle, FileAccess.Read, bufferSize: 0, isAsync: false);
            while (TryRead(pipe, stream) is { } chunk)
            {
                if (!writer.WriteAsync(chunk, CancellationToken.None).AsTask().Wait(Timeout.Infinite))
                    chunk.Dispose();
            }
        }
        catch (Exception exception) when (exception is IOException or AggregateException { InnerException: ChannelClosedException })
        {
            // The program's end of the pipe is closed, or nobody reads any more.
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static OutputChunk? TryRead(FileStream pipe, OutputStream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        var count = pipe.Read(buffer, 0, ReadSize);
        if (count > 0)
            return new OutputChunk(stream, buffer, count, pooled: true);
        ArrayPool<byte>.Shared.Return(buffer);
        return null;
    }
}
