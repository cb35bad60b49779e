using System.Buffers;
using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>Memory for one run of a mechanism: on the stack if it is small, otherwise from the shared pool, so that no run allocates.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public ref struct RunMemory<T>
{
    /// <summary>The number of elements that generated code keeps on the stack.</summary>
    public const int OnStack = 64;

    private T[]? _rented;

    /// <summary>Memory for a number of elements. Their content is undefined.</summary>
    /// <param name="stack">Memory on the stack, used if it is large enough; may be empty.</param>
    /// <param name="length">Number of elements.</param>
    public RunMemory(Span<T> stack, int length)
    {
        if (length <= stack.Length)
        {
            Span = stack[..length];
        }
        else
        {
            _rented = ArrayPool<T>.Shared.Rent(length);
            Span = _rented.AsSpan(0, length);
        }
    }

    /// <summary>The elements.</summary>
    public Span<T> Span { get; }

    /// <summary>Gives rented memory back.</summary>
    public void Dispose()
    {
        if (_rented is { } rented)
        {
            _rented = null;
            ArrayPool<T>.Shared.Return(rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
