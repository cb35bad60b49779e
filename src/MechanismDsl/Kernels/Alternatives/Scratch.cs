using System.Buffers;

namespace MechanismDsl.Kernels;

/// <summary>Working memory from the shared pool; returned when disposed. Its contents are arbitrary at first.</summary>
internal readonly ref struct Scratch<T>
{
    private readonly T[] _rented;

    public Scratch(int length)
    {
        _rented = ArrayPool<T>.Shared.Rent(length);
        Span = _rented.AsSpan(0, length);
    }

    /// <summary>The memory, exactly as long as asked for.</summary>
    public Span<T> Span { get; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(_rented);
}
