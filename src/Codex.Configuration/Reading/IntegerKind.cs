namespace Codex.Configuration.Reading;

/// <summary>The integer type of a setting in the original; decides the accepted range and the word in messages.</summary>
internal sealed record IntegerKind(string Name, long Minimum, long Maximum)
{
    public static IntegerKind I64 { get; } = new("i64", long.MinValue, long.MaxValue);

    public static IntegerKind I32 { get; } = new("i32", int.MinValue, int.MaxValue);

    public static IntegerKind U64 { get; } = new("u64", 0, long.MaxValue);

    public static IntegerKind Usize { get; } = new("usize", 0, long.MaxValue);

    public static IntegerKind U32 { get; } = new("u32", 0, uint.MaxValue);

    public static IntegerKind U16 { get; } = new("u16", 0, ushort.MaxValue);

    public static IntegerKind NonZeroU64 { get; } = new("a nonzero u64", 1, long.MaxValue);
}
