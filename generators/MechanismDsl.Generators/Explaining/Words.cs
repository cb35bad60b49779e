using System.Text;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Names of code as words.</summary>
internal static class Words
{
    /// <summary><c>NoDeficit</c> as <c>no deficit</c>.</summary>
    public static string OfName(string name)
    {
        var words = new StringBuilder();
        foreach (var character in name)
        {
            if (char.IsUpper(character) && words.Length > 0)
            {
                _ = words.Append(' ');
            }

            _ = words.Append(char.ToLowerInvariant(character));
        }

        // The one word that is a person's name.
        return words.Replace("bayesian", "Bayesian").ToString();
    }
}
