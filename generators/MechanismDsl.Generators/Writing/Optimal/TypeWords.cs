using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Optimal;

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
}
