using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Memory;

/// <summary>What was read of the declarations of a whole compilation, and of no body: it stands as long as the surface is the same.</summary>
/// <typeparam name="TReading">The reading: plain values. What holds symbols or syntax would keep compilations alive.</typeparam>
public sealed class SurfaceMemory<TReading>
    where TReading : class
{
    private readonly ConditionalWeakTable<SourceSurface, TReading> _known = new();

    /// <summary>The reading, from memory where it stands.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellation">Cancels.</param>
    public TReading Of(Compilation compilation, Func<Compilation, TReading> read, CancellationToken cancellation)
    {
        var surface = SourceSurface.Of(compilation, cancellation);
        return _known.TryGetValue(surface, out var known) ? known : _known.GetValue(surface, _ => read(compilation));
    }
}
