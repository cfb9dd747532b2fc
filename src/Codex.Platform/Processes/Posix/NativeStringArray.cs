using System.Runtime.InteropServices;
using System.Text;

namespace Codex.Platform.Processes.Posix;

/// <summary>A null-terminated array of C strings in one block of native memory, as <c>argv</c> and <c>envp</c> want it.</summary>
internal sealed unsafe class NativeStringArray : IDisposable
{
    private void* _block;

    internal NativeStringArray(IReadOnlyCollection<string> values)
    {
        var pointers = (nuint)(values.Count + 1) * (nuint)sizeof(byte*);
        _block = NativeMemory.Alloc(pointers + TextSize(values));
        Pointers = (byte**)_block;
        Fill(values, (byte*)_block + pointers);
    }

    internal byte** Pointers { get; }

    public void Dispose()
    {
        NativeMemory.Free(_block);
        _block = null;
    }

    private static nuint TextSize(IReadOnlyCollection<string> values)
    {
        nuint size = 0;
        foreach (var value in values)
            size += (nuint)Encoding.UTF8.GetByteCount(value) + 1;
        return size;
    }

    private void Fill(IReadOnlyCollection<string> values, byte* text)
    {
        var index = 0;
        foreach (var value in values)
        {
            Pointers[index++] = text;
            text += Encoding.UTF8.GetBytes(value, new Span<byte>(text, Encoding.UTF8.GetMaxByteCount(value.Length)));
            *text++ = 0;
        }

        Pointers[index] = null;
    }
}
