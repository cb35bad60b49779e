using System.Buffers;
using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// Memory for one run of a mechanism: on the stack if it is small, otherwise from the shared pool, so that no run allocates. Its content is undefined at
/// first. Give it back once, by <c>using</c>.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct RunMemory<T>
{
    /// <summary>The number of elements that generated code keeps on the stack.</summary>
    public const int OnStack = 64;

    private readonly T[]? _rented;

    /// <summary>Memory for a number of elements.</summary>
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

    /// <summary>Memory from the pool.</summary>
    /// <param name="length">Number of elements.</param>
    public RunMemory(int length)
        : this([], length)
    {
    }

    /// <summary>The elements, exactly as many as asked for.</summary>
    public Span<T> Span { get; }

    /// <summary>Gives rented memory back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<T>.Shared.Return(_rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        }
    }
}
