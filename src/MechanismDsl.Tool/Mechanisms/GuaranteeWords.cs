using System.Text;

namespace MechanismDsl.Tool.Mechanisms;

/// <summary>Guarantees as people say them.</summary>
internal static class GuaranteeWords
{
    /// <summary>The guarantees that no other one of the list brings along: the marker interface of a guarantee inherits those that it implies.</summary>
    public static IEnumerable<GuaranteeEvidence> Strongest(this IReadOnlyList<GuaranteeEvidence> all) =>
        all.Where(one => !all.Any(other => other.Guarantee != one.Guarantee && MarkerOf(other.Guarantee).IsAssignableTo(MarkerOf(one.Guarantee))));

    /// <summary>The name in words: <c>ex post individually rational</c>.</summary>
    public static string Words(this Guarantee guarantee)
    {
        var words = new StringBuilder();
        foreach (var letter in guarantee.ToString())
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return words.Replace("bayesian", "Bayesian").ToString();
    }

    /// <summary>The interface that stands for a guarantee; it inherits those of the guarantees that follow.</summary>
    public static Type MarkerOf(Guarantee guarantee) =>
        typeof(IGuarantee).Assembly.GetType($"{typeof(IGuarantee).Namespace}.I{guarantee}", throwOnError: true)!;
}
