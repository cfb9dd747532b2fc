using System.Globalization;

namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>Collects the facts of a check.</summary>
internal sealed class DetailList
{
    private readonly List<DoctorDetail> _details = [];

    /// <summary>The facts so far.</summary>
    public IReadOnlyList<DoctorDetail> Details => _details;

    /// <summary>Adds a fact.</summary>
    public void Add(string label, string value) => _details.Add(DoctorDetail.Of(label, value));

    /// <summary>Adds a yes or no.</summary>
    public void Add(string label, bool value) => Add(label, value ? "true" : "false");

    /// <summary>Adds a number.</summary>
    public void Add(string label, long value) => Add(label, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a fact when there is one.</summary>
    public void AddIfAny(string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Add(label, value);
    }

    /// <summary>Adds several facts under one label.</summary>
    public void AddAll(string label, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(label, value);
    }

    /// <summary>Adds a remark without a label.</summary>
    public void Remark(string text) => Add("", text);
}
