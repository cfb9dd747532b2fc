namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>A fact that a check reports. It holds no secret: <see cref="Of"/> takes them out.</summary>
/// <param name="Label">What it is about; empty for a remark.</param>
/// <param name="Value">The fact.</param>
internal sealed record DoctorDetail(string Label, string Value)
{
    /// <summary>Makes a fact.</summary>
    public static DoctorDetail Of(string label, string value) => new(label, Redaction.Apply(label, value));
}
