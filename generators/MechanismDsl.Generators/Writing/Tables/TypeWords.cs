using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>Finitely many numbers in words, for documentation and messages of generated code.</summary>
internal static class TypeWords
{
    /// <summary>What can be reported: <c>one of 1, 2, 3</c>.</summary>
    /// <param name="types">The numbers, ascending.</param>
    public static string Domain(EquatableArray<double> types)
    {
        const int Most = 12;
        var words = types.Take(types.Count > Most ? Most - 2 : Most).Select(value => NumberText.Words(value, 15));
        return "one of " + string.Join(", ", words) + (types.Count > Most ? $", …, {NumberText.Words(types[types.Count - 1], 15)}" : string.Empty);
    }

    /// <summary>A profile: <c>1, 3, 2</c>.</summary>
    /// <param name="types">A number an agent.</param>
    public static string Profile(IEnumerable<double> types) => string.Join(", ", types.Select(value => NumberText.Words(value, 15)));
}
