using System.Buffers.Binary;

namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>Assembles classic BPF with forward labels; a jump reaches 255 instructions, more than any of our filters has.</summary>
internal sealed class SeccompAssembler
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpEqual = 0x15;
    private const ushort JumpAtLeast = 0x35;
    private const ushort JumpAnyBit = 0x45;
    private const ushort And = 0x54;
    private const ushort Return = 0x06;
    private const int InstructionSize = 8;

    private readonly List<Instruction> _instructions = [];
    private readonly Dictionary<string, int> _labels = [];

    public void Label(string name) => _labels[name] = _instructions.Count;

    public void Load(uint offset) => _instructions.Add(new(LoadWord, offset, null, null));

    public void Mask(uint bits) => _instructions.Add(new(And, bits, null, null));

    public void IfEqual(uint value, string label) => _instructions.Add(new(JumpEqual, value, label, null));

    public void UnlessEqual(uint value, string label) => _instructions.Add(new(JumpEqual, value, null, label));

    public void IfAtLeast(uint value, string label) => _instructions.Add(new(JumpAtLeast, value, label, null));

    public void IfAnyBit(uint mask, string label) => _instructions.Add(new(JumpAnyBit, mask, label, null));

    public void Exit(uint action) => _instructions.Add(new(Return, action, null, null));

    /// <summary>The program as an array of <c>struct sock_filter</c>.</summary>
    public byte[] Assemble()
    {
        var program = new byte[_instructions.Count * InstructionSize];
        for (var index = 0; index < _instructions.Count; index++)
        {
            var instruction = _instructions[index];
            var target = program.AsSpan(index * InstructionSize, InstructionSize);
            BinaryPrimitives.WriteUInt16LittleEndian(target, instruction.Code);
            target[2] = Distance(instruction.True, index);
            target[3] = Distance(instruction.False, index);
            BinaryPrimitives.WriteUInt32LittleEndian(target[4..], instruction.Operand);
        }

        return program;
    }

    private byte Distance(string? label, int from) => label is null ? (byte)0 : checked((byte)(_labels[label] - from - 1));

    private sealed record Instruction(ushort Code, uint Operand, string? True, string? False);
}
