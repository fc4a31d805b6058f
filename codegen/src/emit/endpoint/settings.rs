//! What a service's clients can be set to, beside what all clients can.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{Context, docs};
use crate::ir::endpoint::{Environment, ParameterKind, Setting};

/// ```text
/// /// Settings that the endpoint of Amazon S3 knows, beside those of every client.
/// pub trait EndpointSettings: endpoint::SetParameter {
///     /// Forces this client to use path-style addressing for buckets.
///     #[must_use]
///     #[inline]
///     fn force_path_style(self, value: bool) -> Self {
///         self.endpoint_parameter("ForcePathStyle", value)
///     }
/// }
///
/// impl<T: endpoint::SetParameter> EndpointSettings for T {}
/// ```
pub(crate) fn extension(cx: &Context<'_>) -> Option<TokenStream> {
    let settings = &cx.service.endpoint_settings;
    let methods = settings.iter().map(method);
    let docs = docs::lines(&format!(
        "Settings that the endpoint of {} knows, beside those of every client: methods of a \
         client's settings, and of the parameters of [`RULES`].",
        cx.service.title
    ));
    (!settings.is_empty()).then(|| {
        quote! {
            #docs
            pub trait EndpointSettings: endpoint::SetParameter {
                #(#methods)*
            }

            impl<T: endpoint::SetParameter> EndpointSettings for T {}
        }
    })
}

/// ```text
/// ///
/// /// Without it, `AWS_S3_USE_ARN_REGION` or `s3_use_arn_region` of the profile says so.
/// ```
fn environment(environment: Environment) -> TokenStream {
    let Environment { variable, key } = environment;
    docs::lines(&format!(
        "\nWithout it, `{variable}` or `{key}` of the profile says so."
    ))
}

fn method(setting: &Setting) -> TokenStream {
    let (name, parameter) = (&setting.method, &setting.parameter);
    let docs = match setting.docs.text.as_str() {
        "" => {
            let parameter = docs::code(parameter);
            docs::lines(&format!("The endpoint parameter {parameter}."))
        }
        text => docs::lines(text),
    };
    let environment = setting.environment.map(environment);
    let (type_, value) = match setting.kind {
        ParameterKind::Boolean => (quote!(bool), quote!(value)),
        ParameterKind::String => (
            quote!(impl Into<String>),
            quote!(Into::<String>::into(value)),
        ),
        ParameterKind::StringArray => (
            quote!(impl IntoIterator<Item = impl Into<String>>),
            quote!(value.into_iter().map(Into::into).collect::<Vec<String>>()),
        ),
    };
    quote! {
        #docs
        #environment
        #[must_use]
        #[inline]
        fn #name(self, value: #type_) -> Self {
            self.endpoint_parameter(#parameter, #value)
        }
    }
}
