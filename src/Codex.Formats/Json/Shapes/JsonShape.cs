using System.Collections.Immutable;

namespace Codex.Formats.Json.Shapes;

/// <summary>
/// What a JSON text must look like. Exists so that a text which does not fit is reported in serde_json's words
/// and with its line and column: models and scripts have learnt to read those.
/// </summary>
public abstract record JsonShape
{
    /// <summary>Anything well-formed.</summary>
    public static JsonShape Any { get; } = new Anything();

    /// <summary>A string.</summary>
    public static JsonShape Text { get; } = new Characters("a string");

    /// <summary>A string that names a file.</summary>
    public static JsonShape Path { get; } = new Characters("path string");

    /// <summary>True or false.</summary>
    public static JsonShape Boolean { get; } = new Truth();

    /// <summary>A whole number of 64 bits with sign.</summary>
    public static JsonShape Int64 { get; } = new Whole("i64", long.MinValue, long.MaxValue);

    /// <summary>A whole number of 32 bits with sign.</summary>
    public static JsonShape Int32 { get; } = new Whole("i32", int.MinValue, int.MaxValue);

    /// <summary>A whole number of 64 bits without sign.</summary>
    public static JsonShape UInt64 { get; } = new Whole("u64", 0, ulong.MaxValue);

    /// <summary>A size; 64 bits without sign.</summary>
    public static JsonShape Size { get; } = new Whole("usize", 0, ulong.MaxValue);

    /// <summary>Any number.</summary>
    public static JsonShape Float { get; } = new Number();

    /// <summary>Every member of an object has the shape <paramref name="values"/>.</summary>
    public static JsonShape MapOf(JsonShape values) => new Map(values);

    /// <summary>Every element of an array has the shape <paramref name="elements"/>.</summary>
    public static JsonShape ListOf(JsonShape elements) => new List(elements);

    /// <summary>A string out of a fixed set.</summary>
    public static JsonShape OneOf(params ImmutableArray<string> names) => new Choice(names);

    /// <summary>An object with named fields that ignores others.</summary>
    /// <param name="name">Name of the original's structure; error texts show it.</param>
    /// <param name="fields">In the original's order: of several missing fields the first is reported.</param>
    public static JsonShape RecordOf(string name, params ImmutableArray<JsonField> fields) =>
        new Record(name, fields, JsonUnknownFields.Ignore);

    /// <summary>An object with named fields and no others.</summary>
    /// <param name="name">Name of the original's structure; error texts show it.</param>
    /// <param name="fields">In the original's order.</param>
    public static JsonShape StrictRecordOf(string name, params ImmutableArray<JsonField> fields) =>
        new Record(name, fields, JsonUnknownFields.Reject);

    /// <summary>How error texts name what was expected.</summary>
    internal abstract string Expected { get; }

    internal sealed record Anything : JsonShape
    {
        internal override string Expected => "any valid JSON value";
    }

    internal sealed record Characters(string Name) : JsonShape
    {
        internal override string Expected => Name;
    }

    internal sealed record Truth : JsonShape
    {
        internal override string Expected => "a boolean";
    }

    internal sealed record Number : JsonShape
    {
        internal override string Expected => "f64";
    }

    internal sealed record Whole(string Name, long Minimum, ulong Maximum) : JsonShape
    {
        internal override string Expected => Name;
    }

    internal sealed record Choice(ImmutableArray<string> Names) : JsonShape
    {
        internal override string Expected => "a string";
    }

    internal sealed record List(JsonShape Elements) : JsonShape
    {
        internal override string Expected => "a sequence";
    }

    internal sealed record Map(JsonShape Values) : JsonShape
    {
        internal override string Expected => "a map";
    }

    internal sealed record Record(string Name, ImmutableArray<JsonField> Fields, JsonUnknownFields UnknownFields) : JsonShape
    {
        internal override string Expected => "struct " + Name;
    }
}
