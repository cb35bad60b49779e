using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>A mechanism of the compilation: what it says, and what that means.</summary>
/// <param name="Declaration">What the source says.</param>
/// <param name="Meaning">What it means: a problem, or findings that say why there is none.</param>
internal sealed record MechanismReading(Declaration Declaration, Reading Meaning)
{
    private const int Capacity = 512;

    private static readonly BoundedCache<(Declaration, EquatableArray<DataFile>), Reading> Cache = new(Capacity);

    // Every analyzer reads every mechanism; within one compilation the source says the same to all of them.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, Declaration>> Declarations = new();

    /// <summary>Reads a type marked <c>[Mechanism]</c>. Analyzers share the meaning of equal declarations, so that data files are parsed once.</summary>
    public static MechanismReading Of(INamedTypeSymbol type, Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var declaration = Declarations.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default))
            .GetOrAdd(type, _ => DeclarationReader.Read(type, compilation, cancellation));
        var named = DataFiles.NamedBy(declaration);
        var data = files
            .Where(file => named.Any(path => DataFiles.Matches(file.Path, path)))
            .Select(file => new DataFile(file.Path, file.GetText(cancellation)?.ToString() ?? string.Empty))
            .ToEquatableArray();
        return new(declaration, Cache.GetOrAdd((declaration, data), key => Normaliser.Read(key.Item1, key.Item2)));
    }
}
